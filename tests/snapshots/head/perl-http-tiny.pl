# Look at a download before fetching it
# Install: cpan IO::Socket::SSL
# Run: perl head.pl
use strict;
use warnings;
use utf8;
use HTTP::Tiny;

my $response = HTTP::Tiny->new(timeout => 30, verify_SSL => 1)->head(
    'https://downloads.example.net/releases/2.10/engine.tar.gz',
    {
        headers => {Accept => 'application/gzip'},
    },
);
die "$response->{status} $response->{reason}\n" unless $response->{success};
for my $name (sort keys %{$response->{headers}}) {
    my $value = $response->{headers}{$name};
    print "$name: $_\n" for ref $value ? @{$value} : $value;
}
