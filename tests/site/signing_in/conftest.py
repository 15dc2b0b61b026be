"""People who sign in for real: with a password that is hashed, and an app that shows codes."""

import pytest
from django.contrib.auth.hashers import make_password

from tests.make.editing import editor
from tests.make.signing_in import PASSWORD


@pytest.fixture
def rita(home):
    """An editor, who may publish and administers nothing."""
    user = editor()
    known = {"password": make_password(PASSWORD), "email": "rita@haus.example", "last_name": "Reh"}
    type(user).objects.filter(pk=user.pk).update(**known)
    user.refresh_from_db()
    return user


@pytest.fixture
def ada(home, django_user_model):
    """The administrator."""
    return django_user_model.objects.create_superuser("ada", "ada@haus.example", PASSWORD)


@pytest.fixture(autouse=True)
def _asked_of_administrators(settings):
    settings.SECOND_FACTOR = "administrators"


@pytest.fixture(autouse=True)
def _tests_end_no_transaction(monkeypatch):
    monkeypatch.setattr("django.db.transaction.on_commit", lambda work, *more, **words: work())
