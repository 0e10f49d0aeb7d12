"""What `build` removes: the files that it made, and never one of somebody else's."""

import pytest
import test_cli_build
from test_cli_build import build, edit, files, last

here = test_cli_build.here


class TestFilesNamedLikePrograms:
    """Files that have the names of our programs, in the folder of programs, and that no spec asks for."""

    MINE = ("examples/tools/python-requests.py", "examples/tools/shell-curl.sh", "examples/cats/php-curl.php")

    @pytest.fixture
    def mine(self, here):
        for name in self.MINE:
            (here / name).parent.mkdir(parents=True, exist_ok=True)
            (here / name).write_text("print('mine')\n# python my_tools.py\n")
        return here

    def kept(self, root):
        return sorted(name for name in self.MINE if (root / name).is_file())

    def test_they_stay_and_are_named(self, mine):
        """A build never removes what no build made; it names the files, and the option that removes them."""
        results = [build(), build(), build("--force"), build("--check")]
        assert ([0, 0, 0, 0], sorted(self.MINE)) == ([one.exit_code for one in results], self.kept(mine))
        for result in results:
            told = [line.partition(": ")[0] for line in result.stderr.splitlines() if "(--remove removes it)" in line]
            assert sorted(self.MINE) == told

    def test_the_option(self, mine):
        """With --remove, they are removed."""
        build()
        result = build("--remove")
        assert (0, [], "0 written, 3 removed, 11 unchanged") == (result.exit_code, self.kept(mine), last(result))

    @pytest.mark.parametrize("out", ["../elsewhere", "link"])
    def test_outside_of_the_project(self, here, out):
        """So it is in a folder outside of the project, and in one that a link leads to."""
        outside = here.parent / "elsewhere"
        (outside / "tools").mkdir(parents=True)
        (outside / "tools" / "python-requests.py").write_text("mine")
        (here / "link").symlink_to(outside, target_is_directory=True)
        (here / "snippetgen.yaml").write_text(f"targets: [python]\nsnippets: [{{out: {out}}}]\n")
        build()
        (here / "specs" / "chat.yaml").unlink()
        assert "0 written, 1 removed, 1 unchanged" == last(build())
        assert ["cats/python-requests.py", "tools/python-requests.py"] == files(outside, ".")

    def test_a_link_is_no_program(self, here):
        """A link that is named like a program is no file of ours."""
        build()
        (here / "real.py").write_text("mine")
        (here / "examples" / "cats" / "php-curl.php").symlink_to(here / "real.py")
        build("--remove")
        assert (here / "examples" / "cats" / "php-curl.php").is_symlink()

    def test_our_programs_without_a_record(self, here, tmp_path, monkeypatch):
        """In a fresh clone, a program is ours if its header tells how to run it; one without a header is named."""
        edit(here / "snippetgen.yaml", "{target: node, label: JavaScript}", "shell")
        edit(here / "snippetgen.yaml", "snippets: [{out: examples}", "snippets: [{out: examples, header: true}")
        build()
        (here / "specs" / "chat.yaml").unlink()
        monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path / "other"))
        result = build("--check")
        stale = sorted(line.partition(": ")[0] for line in result.stderr.splitlines() if line.endswith(": stale"))
        assert (1, ["examples/chat/python-requests-stream.py", "examples/chat/python-requests.py"]) == (result.exit_code, stale)
        assert "examples/chat/shell-curl.sh: no spec asks for it, and it may not be ours (--remove removes it)" in result.stderr

    def test_another_configuration(self, here):
        """What an earlier build made is ours, whatever the configuration was; what was edited since is not."""
        (here / "snippetgen.yaml").write_text("targets: [python, node]\nheader: false\nsnippets: [{out: examples}]\n")
        build()
        (here / "examples" / "chat" / "node-fetch.mjs").write_text("mine now")
        (here / "snippetgen.yaml").write_text("targets: [php]\nheader: false\nsnippets: [{out: examples}]\n")
        build()
        assert ["examples/cats/php-curl.php", "examples/chat/node-fetch.mjs", "examples/chat/php-curl.php"] == files(here, "examples")
