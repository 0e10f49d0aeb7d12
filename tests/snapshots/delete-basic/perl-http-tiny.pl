# Delete a user's key
# Install: cpan IO::Socket::SSL
# Run: ADMIN_USER=... ADMIN_PASSWORD=... perl delete-basic.pl
use strict;
use warnings;
use utf8;
use HTTP::Tiny;
use MIME::Base64 qw(encode_base64);

defined $ENV{ADMIN_USER} or die "ADMIN_USER is not set\n";
defined $ENV{ADMIN_PASSWORD} or die "ADMIN_PASSWORD is not set\n";

my $credentials = encode_base64($ENV{ADMIN_USER} . ':' . $ENV{ADMIN_PASSWORD}, '');
my $response = HTTP::Tiny->new(timeout => 30, verify_SSL => 1)->delete(
    'https://api.example.net/v2/users/1042/keys/laptop%20%28old%29',
    {
        headers => {Authorization => 'Basic ' . $credentials},
    },
);
my $reason = $response->{headers}{location} // $response->{content};
die "$response->{status} $response->{reason}: $reason\n" unless $response->{success};
print $response->{content}, "\n";
