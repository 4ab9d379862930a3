"""What a text is made of, in three languages; knows nothing of records."""
