"""Where the program starts: `tochka-sync`, or `python -m tochka_sync`."""

import gc
import os
import sys


def main() -> None:
    """Answer `--version` at once; leave everything else to the command line proper."""
    if sys.argv[1:] == ["--version"] and _said():
        return
    # What a run makes lives to its end, and little of it in cycles; looking through all of it again
    # and again took 9.9 s of the 58 s of 770 000 rows, and 20 ms of 450 ms of a small check.
    gc.disable()
    # Looking for plugins of pydantic's reads the description of every package that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from tochka_sync import cli  # noqa: PLC0415 - takes ten times as long as the answer above
    except KeyboardInterrupt:
        sys.exit(130)  # nothing was begun, and no words are loaded
    try:
        cli.main()
    finally:
        gc.freeze()  # or Python looks through all of it once more as it ends: a tenth of a small check


def _said() -> bool:
    """Say the version; where that cannot be written, leave it to those who can say why."""
    from tochka_sync import __version__  # noqa: PLC0415 - nothing else is needed for a version

    try:
        sys.stdout.write(f"tochka-sync {__version__}\n")
        sys.stdout.flush()
    except (OSError, AttributeError):
        return False
    return True


if __name__ == "__main__":
    main()
