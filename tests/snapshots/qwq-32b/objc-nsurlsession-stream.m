// QwQ-32B chat completion
// Run: clang -fobjc-arc -framework Foundation qwq-32b-stream.m -o qwq-32b-stream &&
// MKEAI_API_KEY=... ./qwq-32b-stream

#import <Foundation/Foundation.h>

static void fail(NSString *reason) {
    fprintf(stderr, "%s\n", reason.UTF8String);
    exit(1);
}

static NSString *dig(id value, NSArray *path) {
    for (id step in path) {
        if ([step isKindOfClass:NSString.class]) {
            value = [value isKindOfClass:NSDictionary.class] ? value[step] : nil;
        } else {
            NSUInteger at = [step unsignedIntegerValue];
            value = [value isKindOfClass:NSArray.class] && at < [value count] ? value[at] : nil;
        }
    }
    return [value isKindOfClass:NSString.class] ? value : @"";
}

@interface Receiver : NSObject <NSURLSessionDataDelegate>
@property NSMutableData *rest;
@property NSMutableString *last;
@end

@implementation Receiver
- (instancetype)init {
    if ((self = [super init])) {
        _rest = [NSMutableData data];
        _last = [NSMutableString string];
    }
    return self;
}

- (void)URLSession:(NSURLSession *)session
          dataTask:(NSURLSessionDataTask *)task
    didReceiveData:(NSData *)received {
    [self.rest appendData:received];
    if (((NSHTTPURLResponse *)task.response).statusCode >= 300) return;
    const char *end;
    while ((end = memchr(self.rest.bytes, '\n', self.rest.length))) {
        NSUInteger length = (NSUInteger)(end - (const char *)self.rest.bytes);
        NSData *line = [self.rest subdataWithRange:NSMakeRange(0, length)];
        [self.rest replaceBytesInRange:NSMakeRange(0, length + 1) withBytes:NULL length:0];
        NSString *text = [[NSString alloc] initWithData:line encoding:NSUTF8StringEncoding];
        if (!text) fail(@"the stream is not in UTF-8");
        [self readLine:[text hasSuffix:@"\r"] ? [text substringToIndex:text.length - 1] : text];
    }
}

- (void)readLine:(NSString *)line {
    if (![line hasPrefix:@"data:"]) {
        [self.last appendString:line];
        return;
    }
    NSString *data = [line substringFromIndex:[line hasPrefix:@"data: "] ? 6 : 5];
    [self.last setString:data];
    if ([data isEqualToString:@"[DONE]"]) {
        puts("");
        exit(0);
    }
    NSError *error;
    id event = [NSJSONSerialization JSONObjectWithData:[data dataUsingEncoding:NSUTF8StringEncoding]
                                               options:NSJSONReadingFragmentsAllowed
                                                 error:&error];
    if (!event) fail(error.localizedDescription);
    fputs(dig(event, @[@"choices", @0, @"delta", @"reasoning_content"]).UTF8String, stderr);
    fputs(dig(event, @[@"choices", @0, @"delta", @"content"]).UTF8String, stdout);
    fflush(stdout);
}

- (void)URLSession:(NSURLSession *)session
                    task:(NSURLSessionTask *)task
    didCompleteWithError:(NSError *)error {
    if (error) fail(error.localizedDescription);
    NSInteger status = ((NSHTTPURLResponse *)task.response).statusCode;
    NSString *rest = [[NSString alloc] initWithData:self.rest encoding:NSUTF8StringEncoding];
    if (status >= 300) fail([NSString stringWithFormat:@"HTTP %ld: %@", (long)status, rest]);
    NSString *last = [self.last stringByAppendingString:rest ?: @""];
    fail([@"The stream ended unexpectedly. " stringByAppendingString:last]);
}

- (void)URLSession:(NSURLSession *)session
                          task:(NSURLSessionTask *)task
    willPerformHTTPRedirection:(NSHTTPURLResponse *)response
                    newRequest:(NSURLRequest *)request
             completionHandler:(void (^)(NSURLRequest *))completionHandler {
    completionHandler(nil);
}
@end

int main(void) {
    @autoreleasepool {
        NSString *mkeaiAPIKey = NSProcessInfo.processInfo.environment[@"MKEAI_API_KEY"];
        if (!mkeaiAPIKey) fail(@"MKEAI_API_KEY is not set");

        id json = @{
            @"model": @"QwQ-32B",
            @"messages": @[@{@"role": @"user", @"content": @"你好"}],
            @"stream": @YES,
        };
        NSData *body = [NSJSONSerialization dataWithJSONObject:json
                                                       options:NSJSONWritingFragmentsAllowed
                                                         error:NULL];
        NSURL *url = [NSURL URLWithString:@"https://api.mkeai.com/v1/chat/completions"];
        NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:url];
        request.HTTPMethod = @"POST";
        [request setValue:[NSString stringWithFormat:@"Bearer %@",
            mkeaiAPIKey] forHTTPHeaderField:@"Authorization"];
        [request setValue:@"application/json" forHTTPHeaderField:@"Content-Type"];
        request.HTTPBody = body;
        request.timeoutInterval = 120;

        NSURLSession *session =
            [NSURLSession sessionWithConfiguration:NSURLSessionConfiguration.ephemeralSessionConfiguration
                                          delegate:[Receiver new]
                                     delegateQueue:nil];
        [[session dataTaskWithRequest:request] resume];
        dispatch_main();
    }
}
