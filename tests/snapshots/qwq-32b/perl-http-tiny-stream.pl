# QwQ-32B chat completion
# Install: cpan IO::Socket::SSL
# Run: MKEAI_API_KEY=... perl qwq-32b-stream.pl
use strict;
use warnings;
use utf8;
use HTTP::Tiny;
use JSON::PP;

defined $ENV{MKEAI_API_KEY} or die "MKEAI_API_KEY is not set\n";

my $body = {
    model => 'QwQ-32B',
    messages => [{role => 'user', content => '你好'}],
    stream => JSON::PP::true,
};
binmode STDOUT, ':encoding(UTF-8)';
STDOUT->autoflush(1);
my ($buffer, $after_cr, @data) = ('');
my $http = HTTP::Tiny->new(timeout => 30, verify_SSL => 1, max_redirect => 0);
my $response = $http->post(
    'https://api.mkeai.com/v1/chat/completions',
    {
        headers => {
            Authorization => 'Bearer ' . $ENV{MKEAI_API_KEY},
            'Content-Type' => 'application/json',
        },
        content => encode_json($body),
        data_callback => sub {
            my ($chunk) = @_;
            $chunk =~ s/\A\n// if $after_cr;
            $after_cr = $chunk =~ /\r\z/;
            $buffer .= $chunk;
            while ($buffer =~ s/\A([^\r\n]*)(?:\r\n?|\n)//) {
                my $line = $1;
                if ($line =~ /\A(?:\xEF\xBB\xBF)?data(?:: ?(.*))?\z/s) {
                    push @data, $1 // '';
                }
                elsif ($line eq '' && @data) {
                    my $event = join "\n", splice @data;
                    if ($event eq '[DONE]') {
                        print "\n";
                        exit;
                    }
                    print decode_json($event)->{choices}[0]{delta}{content} // '';
                }
            }
        },
    },
);
my $reason = $response->{headers}{location} // $response->{content} // '';
die "$response->{status} $response->{reason}: $reason\n"
    if $response->{status} >= 300;
die "The stream ended unexpectedly.\n";
