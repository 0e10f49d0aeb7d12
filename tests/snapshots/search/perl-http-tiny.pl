# Search a catalogue
# Install: cpan IO::Socket::SSL
# Run: perl search.pl
use strict;
use warnings;
use utf8;
use HTTP::Tiny;
use JSON::PP;

my $http = HTTP::Tiny->new(timeout => 30, verify_SSL => 1);
my $query = $http->www_form_urlencode(
    [
        q => 'café & crème',
        tag => 'cooking',
        tag => 'french',
        limit => 10,
    ]
);
my $response = $http->get(
    'https://api.example.com/v1/catalogues/books/items?' . $query,
    {
        headers => {'X-Request-Id' => 'docs-0001'},
    },
);
die "$response->{status} $response->{reason}: $response->{content}\n"
    unless $response->{success};
binmode STDOUT, ':encoding(UTF-8)';
print decode_json($response->{content})->{items}[0]{title}, "\n";
