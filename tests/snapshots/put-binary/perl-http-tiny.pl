# Replace an avatar
# Install: cpan IO::Socket::SSL
# Run: FILES_API_KEY=... perl put-binary.pl
use strict;
use warnings;
use utf8;
use HTTP::Tiny;
use JSON::PP;

defined $ENV{FILES_API_KEY} or die "FILES_API_KEY is not set\n";

sub contents {
    my ($path) = @_;
    open my $file, '<:raw', $path or die "$path: $!\n";
    local $/ = undef;
    return <$file>;
}

my $response = HTTP::Tiny->new(timeout => 30, verify_SSL => 1, max_redirect => 0)->put(
    'https://files.example.org/avatars/ada',
    {
        headers => {'X-Api-Key' => $ENV{FILES_API_KEY}, 'Content-Type' => 'image/png'},
        content => contents('avatar.png'),
    },
);
my $reason = $response->{headers}{location} // $response->{content};
die "$response->{status} $response->{reason}: $reason\n" unless $response->{success};
my $answer = decode_json($response->{content});
print encode_json($answer->{bytes}), "\n";
