"""Programs and servers on this machine: toolchains, a sandbox, the runner, the mock."""
