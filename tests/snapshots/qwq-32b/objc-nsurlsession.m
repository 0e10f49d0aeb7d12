// QwQ-32B chat completion
// Run: clang -fobjc-arc -framework Foundation qwq-32b.m -o qwq-32b && MKEAI_API_KEY=... ./qwq-32b

#import <Foundation/Foundation.h>

static void fail(NSString *reason) {
    fprintf(stderr, "%s\n", reason.UTF8String);
    exit(1);
}

@interface Redirects : NSObject <NSURLSessionTaskDelegate>
@end

@implementation Redirects
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
            @"stream": @NO,
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
                                          delegate:[Redirects new]
                                     delegateQueue:nil];
        dispatch_semaphore_t done = dispatch_semaphore_create(0);
        __block NSData *data;
        __block NSHTTPURLResponse *response;
        NSURLSessionDataTask *task =
            [session dataTaskWithRequest:request
                       completionHandler:^(NSData *received, NSURLResponse *answer, NSError *error) {
                           if (error) fail(error.localizedDescription);
                           data = received;
                           response = (NSHTTPURLResponse *)answer;
                           dispatch_semaphore_signal(done);
                       }];
        [task resume];
        dispatch_semaphore_wait(done, DISPATCH_TIME_FOREVER);
        if (response.statusCode >= 300) {
            NSString *answer = [[NSString alloc] initWithData:data encoding:NSUTF8StringEncoding];
            fail([NSString stringWithFormat:@"HTTP %ld: %@", (long)response.statusCode, answer]);
        }
        NSError *error;
        id answer = [NSJSONSerialization JSONObjectWithData:data
                                                    options:NSJSONReadingFragmentsAllowed
                                                      error:&error];
        if (!answer) fail(error.localizedDescription);
        NSString *result = answer[@"choices"][0][@"message"][@"content"];
        if (!result) fail(@"the answer lacks it");
        puts(result.UTF8String);
    }
}
