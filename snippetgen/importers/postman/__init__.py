"""Postman collections v2.0 and v2.1 -> requests (https://schema.getpostman.com/collection/json/v2.1.0/draft-07/docs/index.html)."""
