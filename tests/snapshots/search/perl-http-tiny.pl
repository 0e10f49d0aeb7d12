# Search a catalogue
# Install: cpan IO::Socket::SSL
# Run: perl search.pl
use strict;
use warnings;
use utf8;
use HTTP::Tiny;
use JSON::PP;

my $http = HTTP::Tiny->new(timeout => 30, verify_SSL => 1, max_redirect => 0);
my $response = $http->get(
    'https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10',
    {
        headers => {
            'X-Request-Id' => 'docs-0001',
        },
    },
);
my $reason = $response->{headers}{location} // $response->{content} // '';
die "$response->{status} $response->{reason}: $reason\n"
    if $response->{status} >= 300;
my $answer = decode_json($response->{content})->{items}[0]{title}
    // die "Unexpected answer: $response->{content}\n";
binmode STDOUT, ':encoding(UTF-8)';
print "$answer\n";
