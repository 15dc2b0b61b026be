"""Sums of money, in the reader's way of writing them."""

from django import template

from pages.money import euros

register = template.Library()
register.filter("euros", euros)
