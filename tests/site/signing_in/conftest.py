"""People who sign in for real: with a password that is hashed, and an app that shows codes."""

import pytest

from tests.make.editing import editor
from tests.make.signing_in import PASSWORD


@pytest.fixture
def rita(home):
    """An editor, who may publish and administers nothing."""
    user = editor()
    user.set_password(PASSWORD)
    user.email = "rita@haus.example"
    user.save()
    return user


@pytest.fixture
def ada(home, django_user_model):
    """The administrator."""
    return django_user_model.objects.create_superuser("ada", "ada@haus.example", PASSWORD)


@pytest.fixture(autouse=True)
def _asked_of_administrators(settings):
    settings.SECOND_FACTOR = "administrators"
