# Ask a GraphQL API
# Install: cpan IO::Socket::SSL
# Run: CODE_TOKEN=... perl graphql.pl
use strict;
use warnings;
use utf8;
use HTTP::Tiny;
use JSON::PP;

defined $ENV{CODE_TOKEN} or die "CODE_TOKEN is not set\n";

my $response = HTTP::Tiny->new(timeout => 30, verify_SSL => 1)->post(
    'https://code.example.com/graphql',
    {
        headers => {
            Authorization => "Bearer $ENV{CODE_TOKEN}",
            'Content-Type' => 'application/json',
        },
        content => encode_json({
            query => 'query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
  repository(owner: $owner, name: $name) {
    issues(first: $count, states: [OPEN]) {
      nodes { number title }
    }
  }
}
',
            variables => {owner => 'ada', name => 'engine', count => 2},
        }),
    },
);
my $reason = $response->{headers}{location} // $response->{content};
die "$response->{status} $response->{reason}: $reason\n" unless $response->{success};
my $answer = decode_json($response->{content});
print encode_json($answer->{data}{repository}{issues}{nodes}), "\n";
