import pytest

from pages.topics.models import Topic


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Älter werden", "aelter-werden"),
        ({"ar": "صحة"}, "sha"),
        ({"tr": "Işık"}, "isik"),
        ("裁缝", "thema"),
        ("x" * 80, "x" * 40),
    ],
)
def test_a_topic_makes_its_own_address(db, name, slug):
    topic = Topic(name=name)

    topic.full_clean()

    assert topic.slug == slug


def test_two_topics_of_one_name_have_two_addresses(db):
    for _number in range(3):
        topic = Topic(name="Kinder")
        topic.full_clean()
        topic.save()

    assert {"kinder", "kinder-2", "kinder-3"} == set(Topic.objects.values_list("slug", flat=True))
