"""Where somebody is signed in, and until when: a session that is not used ends, and each one in the end."""

from datetime import datetime
from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils import timezone

from quartier.signing_in.browsers import named
from quartier.signing_in.models import Presence

KEY = "signing_in.presence"
SEEN = "signing_in.seen"
LOOKED_AFTER_EVERY = timezone.timedelta(minutes=5)


def begin(request, user, now=None):
    """Somebody has just signed in."""
    now = now or timezone.now()
    if request.session.session_key is None:
        request.session.save()
    here = Presence.objects.create(
        user=user,
        session_key=request.session.session_key,
        browser=named(request.headers.get("User-Agent", "")),
        began_at=now,
        seen_at=now,
    )
    request.session[KEY] = [here.pk, now.timestamp(), here.session_key]
    request.session[SEEN] = now.timestamp()


def is_over(request, now):
    """Whether this session has lasted, or rested, for too long."""
    session = request.session
    if KEY not in session:
        return False
    began, seen = (datetime.fromtimestamp(at, now.tzinfo) for at in (session[KEY][1], session[SEEN]))
    return now - began > settings.SESSION_ENDS_AFTER or now - seen > _rest(session)


def see(request, now):
    """Note, every few minutes, that the session is in use; and at once that its key has changed."""
    session = request.session
    if KEY not in session:
        return
    key, began, session_key = session[KEY]
    rested = now.timestamp() - session[SEEN] > LOOKED_AFTER_EVERY.total_seconds()
    if rested or session_key != session.session_key:
        session[SEEN] = now.timestamp()
        session[KEY] = [key, began, session.session_key]
        Presence.objects.filter(pk=key).update(seen_at=now, session_key=session.session_key)


def of(user, now=None):
    """Where somebody is signed in at present, the last seen first."""
    now = now or timezone.now()
    lasting = Presence.objects.filter(user=user, began_at__gt=now - settings.SESSION_ENDS_AFTER)
    return lasting.filter(seen_at__gt=now - settings.SESSION_ENDS_WITHOUT_USE)


def is_here(request, presence):
    return request.session.get(KEY, [None])[0] == presence.pk


def end(presences):
    """Sign out there. How many."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    ended = list(presences)
    for each in ended:
        store().delete(each.session_key)
    Presence.objects.filter(pk__in=[each.pk for each in ended]).delete()
    return len(ended)


def end_here(request):
    """The person signs out in this browser."""
    if KEY in request.session:
        Presence.objects.filter(pk=request.session[KEY][0]).delete()


def end_others(request, user):
    """Sign out everywhere else. How many."""
    here = request.session.get(KEY, [None])[0] if request else None
    return end(Presence.objects.filter(user=user).exclude(pk=here))


def forget(now=None):
    """Delete what has ended by itself. How many."""
    now = now or timezone.now()
    over = Presence.objects.filter(seen_at__lt=now - settings.SESSION_ENDS_WITHOUT_USE)
    over |= Presence.objects.filter(began_at__lt=now - settings.SESSION_ENDS_AFTER)
    over |= Presence.objects.exclude(user__in=get_user_model().objects.filter(is_active=True))
    return end(over)


def _rest(session):
    remembered = session.get("signing_in.remember")
    return settings.SESSION_ENDS_WITHOUT_USE if remembered else settings.SESSION_ENDS_WITHOUT_USE_ELSEWHERE
