import pytest

from pages.subscribers.models import State, Subscriber
from pages.topics.models import Topic
from tests.make.subscribers import subscriber


@pytest.fixture
def readers(garden, families):
    music = Topic.objects.create(name="Musik", slug="musik")
    subscriber("alles@post.example")
    subscriber("garten@post.example", topics=[garden])
    subscriber("musik@post.example", topics=[music])
    subscriber("familien@post.example", audiences=[families])
    subscriber("beides@post.example", topics=[garden, music], audiences=[families])
    subscriber("unbestaetigt@post.example", state=State.ASKED)
    subscriber("zurueck@post.example", state=State.STOPPED, topics=[garden])


def reached(**issue):
    return sorted(each.address.partition("@")[0] for each in Subscriber.objects.reached_by(**issue))


def test_an_issue_for_everybody_reaches_all_who_confirmed(readers):
    assert reached() == ["alles", "beides", "familien", "garten", "musik"]


def test_an_issue_on_a_topic_reaches_who_chose_it_or_chose_nothing(readers, garden):
    assert reached(topics=[garden]) == ["alles", "beides", "garten"]


def test_an_issue_for_some_people_reaches_them_too(readers, families):
    assert reached(audiences=[families]) == ["alles", "beides", "familien"]


def test_one_of_several_is_enough_and_nobody_gets_it_twice(readers, garden, families):
    topics = [garden, Topic.objects.get(slug="musik")]

    assert reached(topics=topics, audiences=[families]) == ["alles", "beides", "familien", "garten", "musik"]
