# */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
# Install: cpan IO::Socket::SSL
# Run: perl words-comments.pl
use strict;
use warnings;
use utf8;
use HTTP::Tiny;
use JSON::PP;

my $response = HTTP::Tiny->new(timeout => 30, verify_SSL => 1)->post(
    'https://api.example.com/notes',
    {
        headers => {'Content-Type' => 'application/json'},
        content => encode_json({a => 1}),
    },
);
my $reason = $response->{headers}{location} // $response->{content};
die "$response->{status} $response->{reason}: $reason\n" unless $response->{success};
my $answer = decode_json($response->{content});
print encode_json($answer->{ok}), "\n";
