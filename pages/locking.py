"""Rows that nobody else writes for a while."""


def lock(model, **which) -> None:
    """Keep everybody else from writing these rows until the transaction ends; who tries to waits.

    Rows of other tables may go on pointing at them: opening the page of another editor waits for nothing.
    SQLite has no locks of rows: there the transaction alone keeps all others from writing.
    """
    list(model._default_manager.select_for_update(no_key=True).filter(**which).values_list("pk"))
