from snippetgen.cli import main

main(prog_name="snippetgen")
