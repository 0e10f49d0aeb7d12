"""curl command lines, as people copy them from documentation and browsers -> requests (https://curl.se/docs/manpage.html)."""
