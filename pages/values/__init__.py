"""What the centre stands for (Leitbild)."""
