"""Who was told of a date that is not so any more is told again, once a person has said so."""
