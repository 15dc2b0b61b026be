"""Mail on its way: written down with what it tells of, and kept until it is sent."""
