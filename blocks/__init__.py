"""The bricks a page body is built from: one module, one template and one stylesheet of the same name each."""
