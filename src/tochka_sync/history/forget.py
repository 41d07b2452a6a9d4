"""Old snapshots forgotten, and with them everybody's contacts; the ledger stays.

What a newer read still shows is kept for it, since equal tabs are kept once.
"""

from dataclasses import dataclass
from datetime import datetime

from tochka_sync.history import reads, snapshots
from tochka_sync.history.store import Store, taken


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many reads lost their snapshot, and by how many bytes the file shrank."""

    reads: int
    bytes: int


@taken()
def older_than(store: Store, moment: datetime) -> Forgotten:
    """Forget the snapshots of reads made before a moment, of every plan in the file."""
    size = store.path.stat().st_size
    with store.writing():
        rows = store.rows("SELECT id, book, read_at < ? FROM read", (reads.moment(moment),))
        kept: set[int] = set()
        old: dict[int, set[int]] = {}
        for number, book, is_old in rows:
            contents = set(snapshots.contents_of(store, book))
            if is_old:
                old[number] = contents
            else:
                kept |= contents
        gone = set().union(*old.values()) - kept
        there = {
            content for (content,) in store.rows("SELECT id FROM content WHERE packed IS NOT NULL")
        }
        store.many("UPDATE content SET packed = NULL WHERE id = ?", [(each,) for each in gone])
    store.run("VACUUM")  # the room goes back to the disk, and nothing of it can be read there
    lost = sum(bool(contents & gone & there) for contents in old.values())
    return Forgotten(lost, max(0, size - store.path.stat().st_size))
