"""What can go wrong with a backup, in a sentence for the operator."""


class BackupError(Exception):
    """No backup was made, or none restored; nothing was changed. Says why, and what helps."""
