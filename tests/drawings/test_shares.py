from xml.etree import ElementTree as ET

from tochka_sync.drawings import shares


def widths(*parts):
    picture = ET.fromstring(shares.draw(parts, "16 & 14"))
    assert picture.attrib["aria-label"] == "16 & 14"
    return {part.attrib["class"]: float(part.attrib["width"]) for part in picture}


def test_parts_are_as_wide_as_their_share():
    drawn = widths(("good", 30), ("bad", 10))
    assert abs(drawn["part good"] / drawn["part bad"] - 3) < 0.01
    assert sum(drawn.values()) <= shares.WIDTH


def test_an_empty_part_takes_no_room_and_nothing_is_an_empty_bar():
    assert widths(("good", 3), ("bad", 0)) == {"part good": shares.WIDTH}
    assert widths(("good", 0)) == {}
