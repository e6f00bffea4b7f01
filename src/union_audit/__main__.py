"""Makes `python -m union_audit` the command."""

from union_audit.cli import main

if __name__ == "__main__":
    main()
