# Upload a photo
# Install: cpan IO::Socket::SSL
# Run: PHOTOS_TOKEN=... perl upload.pl
use strict;
use warnings;
use utf8;
use HTTP::Tiny;
use JSON::PP;

defined $ENV{PHOTOS_TOKEN} or die "PHOTOS_TOKEN is not set\n";

sub contents {
    my ($path) = @_;
    open my $file, '<:raw', $path or die "$path: $!\n";
    local $/ = undef;
    return <$file>;
}

my $boundary = sprintf '%08x' x 4, map { rand 2**32 } 1 .. 4;

sub part {
    my ($head, $content) = @_;
    my $start = "--$boundary\r\nContent-Disposition: form-data; ";
    return "$start$head\r\n\r\n$content\r\n";
}

my $body = join(
    '',
    part('name="caption"', 'Sunset at the "Blue Lagoon"'),
    part('name="visibility"', 'friends'),
    part(
        "name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg",
        contents('sunset.jpg'),
    ),
    "--$boundary--\r\n",
);
my $response = HTTP::Tiny->new(timeout => 30, verify_SSL => 1)->post(
    'https://photos.example.org/albums/summer-2025/photos',
    {
        headers => {
            Authorization => "Bearer $ENV{PHOTOS_TOKEN}",
            'Content-Type' => "multipart/form-data; boundary=$boundary",
        },
        content => $body,
    },
);
my $reason = $response->{headers}{location} // $response->{content};
die "$response->{status} $response->{reason}: $reason\n" unless $response->{success};
binmode STDOUT, ':encoding(UTF-8)';
print decode_json($response->{content})->{url}, "\n";
