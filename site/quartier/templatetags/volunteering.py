"""Posts for volunteers, as readers want to know of them."""

from django import template

from pages.volunteering import spoken

register = template.Library()

register.simple_tag(spoken.at_a_glance, name="post_at_a_glance")
register.simple_tag(spoken.facts, name="post_facts")
register.simple_tag(spoken.closed, name="post_closed")
