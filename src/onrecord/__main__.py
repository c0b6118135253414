"""``python -m onrecord``: the program."""

from onrecord.cli import main

if __name__ == "__main__":
    main()
