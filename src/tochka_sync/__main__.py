"""Run the program as `python -m tochka_sync`."""

from tochka_sync.cli import main

if __name__ == "__main__":
    main()
