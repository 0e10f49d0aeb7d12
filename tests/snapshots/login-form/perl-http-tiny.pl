# Log in with a form
# Install: cpan IO::Socket::SSL
# Run: ACCOUNT_PASSWORD=... perl login-form.pl
use strict;
use warnings;
use utf8;
use Encode qw(decode_utf8);
use HTTP::Tiny;
use JSON::PP;

defined $ENV{ACCOUNT_PASSWORD} or die "ACCOUNT_PASSWORD is not set\n";

my $response = HTTP::Tiny->new(timeout => 30, verify_SSL => 1, max_redirect => 0)->post_form(
    'https://accounts.example.com/login',
    [
        username => 'ada@example.com',
        password => decode_utf8($ENV{ACCOUNT_PASSWORD}),
        scope => 'profile',
        scope => 'orders',
        device => '',
    ],
);
my $reason = $response->{headers}{location} // $response->{content};
die "$response->{status} $response->{reason}: $reason\n" unless $response->{success};
binmode STDOUT, ':encoding(UTF-8)';
print decode_json($response->{content})->{session}{id}, "\n";
