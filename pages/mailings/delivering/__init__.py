"""The queue: each mail is claimed, handed over and marked so that no crash loses one or sends one twice."""
