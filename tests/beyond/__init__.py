"""Beyond one machine: two that serve and work together, with everything they share running for real."""
