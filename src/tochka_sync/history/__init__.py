"""What the program remembers between runs, in one SQLite file.

    Book ─▶ snapshots ─▶ store ◀─ ledger ◀─ identity
                           │         └─▶ guard
                           └─▶ reads, changes, restore, forget

The only package that knows SQL. Snapshots hold the sheet as it was read, people's contacts
included; the ledger of entries and findings holds none, so that it may outlive them.
"""
