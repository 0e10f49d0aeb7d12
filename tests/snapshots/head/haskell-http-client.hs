-- Look at a download before fetching it
-- Install: cabal install --lib aeson bytestring http-client http-client-tls http-types lens lens-aeson text
-- Run: runghc head.hs
{-# LANGUAGE OverloadedStrings #-}
import Control.Monad (unless)
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Lazy.Char8 as L
import qualified Data.CaseInsensitive as CI
import Network.HTTP.Client
import Network.HTTP.Client.TLS
import Network.HTTP.Types
import System.Exit
import System.IO
import System.Timeout (timeout)

main :: IO ()
main = do
  initial <- parseRequest "HEAD https://downloads.example.net/releases/2.10/engine.tar.gz"
  let request =
        initial
          { redirectCount = 0
          , requestHeaders =
              [("Accept", "application/gzip")]
          }
  manager <- newTlsManager
  answer <- timeout 30000000 (httpLbs request manager)
  response <- maybe (die "The answer ended unexpectedly.") pure answer
  unless (statusIsSuccessful (responseStatus response)) $ do
    hPrint stderr (responseStatus response)
    mapM_ (B.hPutStrLn stderr) (lookup "Location" (responseHeaders response))
    L.hPut stderr (responseBody response)
    exitFailure
  mapM_ (\(name, value) -> B.putStrLn (CI.original name <> ": " <> value)) (responseHeaders response)
