# """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
# Install: cpan IO::Socket::SSL
# Run: perl words-quotes.pl
use strict;
use warnings;
use utf8;
use HTTP::Tiny;
use JSON::PP;

my $http = HTTP::Tiny->new(timeout => 30, verify_SSL => 1);
my $response = $http->get('https://api.example.com/notes');
die "$response->{status} $response->{reason}: $response->{content}\n"
    unless $response->{success};
my $answer = decode_json($response->{content});
print encode_json($answer->{ok}), "\n";
