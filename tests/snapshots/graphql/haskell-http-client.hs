-- Ask a GraphQL API
-- Install: cabal install --lib aeson bytestring http-client http-client-tls http-types lens lens-aeson text
-- Run: CODE_TOKEN=... runghc graphql.hs
{-# LANGUAGE OverloadedStrings #-}
import Control.Lens ((^?))
import Control.Monad (unless)
import Data.Aeson
import Data.Aeson.Lens
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Lazy.Char8 as L
import Data.Text (pack)
import Data.Text.Encoding
import Network.HTTP.Client
import Network.HTTP.Client.TLS
import Network.HTTP.Types
import System.Environment (getEnv)
import System.Exit
import System.IO
import System.Timeout (timeout)

main :: IO ()
main = do
  codeToken <- pack <$> getEnv "CODE_TOKEN"
  initial <- parseRequest "POST https://code.example.com/graphql"
  let body =
        object [
          "query" .= String "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
          "variables" .= object [
            "owner" .= String "ada",
            "name" .= String "engine",
            "count" .= Number 2
          ]
        ]
  let request =
        initial
          { redirectCount = 0
          , requestHeaders =
              [
                ("Authorization", encodeUtf8 ("Bearer " <> codeToken)),
                ("Content-Type", "application/json")
              ]
          , requestBody = RequestBodyLBS (encode body)
          }
  manager <- newTlsManager
  answer <- timeout 30000000 (httpLbs request manager)
  response <- maybe (die "The answer ended unexpectedly.") pure answer
  unless (statusIsSuccessful (responseStatus response)) $ do
    hPrint stderr (responseStatus response)
    mapM_ (B.hPutStrLn stderr) (lookup "Location" (responseHeaders response))
    L.hPut stderr (responseBody response)
    exitFailure
  maybe (die (show (responseBody response))) (L.putStrLn . encode) $
    responseBody response ^? key "data" . key "repository" . key "issues" . key "nodes"
