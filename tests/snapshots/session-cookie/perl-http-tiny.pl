# Read a cart with a session cookie
# Install: cpan IO::Socket::SSL
# Run: SHOP_SESSION=... SHOP_DEVICE=... perl session-cookie.pl
use strict;
use warnings;
use utf8;
use HTTP::Tiny;
use JSON::PP;

defined $ENV{SHOP_SESSION} or die "SHOP_SESSION is not set\n";
defined $ENV{SHOP_DEVICE} or die "SHOP_DEVICE is not set\n";

my $http = HTTP::Tiny->new(timeout => 30, verify_SSL => 1);
my $query = $http->www_form_urlencode([currency => 'EUR']);
my $response = $http->get(
    'https://shop.example.com/cart?' . $query,
    {
        headers => {
            Cookie =>
                "session=$ENV{SHOP_SESSION}; device=$ENV{SHOP_DEVICE}; prefs=currency=EUR+tax/incl==",
        },
    },
);
die "$response->{status} $response->{reason}: $response->{content}\n"
    unless $response->{success};
binmode STDOUT, ':encoding(UTF-8)';
print decode_json($response->{content})->{items}[0]{sku}, "\n";
