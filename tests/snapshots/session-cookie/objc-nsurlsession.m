// Read a cart with a session cookie
// Run: clang -fobjc-arc -framework Foundation session-cookie.m -o session-cookie &&
// SHOP_SESSION=... SHOP_DEVICE=... ./session-cookie

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
        NSString *shopSession = NSProcessInfo.processInfo.environment[@"SHOP_SESSION"];
        if (!shopSession) fail(@"SHOP_SESSION is not set");
        NSString *shopDevice = NSProcessInfo.processInfo.environment[@"SHOP_DEVICE"];
        if (!shopDevice) fail(@"SHOP_DEVICE is not set");

        NSURL *url = [NSURL URLWithString:@"https://shop.example.com/cart?currency=EUR"];
        NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:url];
        [request setValue:[NSString stringWithFormat:@"session=%@; device=%@; prefs=currency=EUR+tax/incl==",
            shopSession,
            shopDevice] forHTTPHeaderField:@"Cookie"];
        request.HTTPShouldHandleCookies = NO;
        request.timeoutInterval = 30;

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
        NSString *result = answer[@"items"][0][@"sku"];
        if (!result) fail(@"the answer lacks it");
        puts(result.UTF8String);
    }
}
