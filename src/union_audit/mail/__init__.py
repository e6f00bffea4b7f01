"""Messages: what they look like, an outbox that sends each once, and the server that takes them."""
