"""Answers as plain data: pages, tables, machine forms. No format, no colour."""
