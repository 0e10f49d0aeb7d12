# """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
# Install: cpan IO::Socket::SSL
# Run: perl words-quotes.pl
use strict;
use warnings;
use utf8;
use HTTP::Tiny;
use JSON::PP;

my $http = HTTP::Tiny->new(timeout => 30, verify_SSL => 1, max_redirect => 0);
my $response = $http->get('https://api.example.com/notes');
my $reason = $response->{headers}{location} // $response->{content} // '';
die "$response->{status} $response->{reason}: $reason\n"
    if $response->{status} >= 300;
my $answer = decode_json($response->{content});
print encode_json($answer->{ok}), "\n";
