"""OpenAPI Overlays."""

import json

import pytest

from snippetgen.data.yamllenient import load_lenient
from snippetgen.exporters import overlay
from snippetgen.exporters.codesamples import FIELDS, Sample

SAMPLE = Sample("php", "PHP", "PHP (cURL)", "<?php\necho 1;\n")


def test_an_action_for_each_operation():
    """An overlay has an action for each operation, as the Overlay Specification 1.0.0 says."""
    samples = {("/pets", "GET"): [SAMPLE], ("/it's/{a\\b}", "post"): [SAMPLE]}
    update = {"x-codeSamples": [{"lang": "PHP", "label": "PHP (cURL)", "source": "<?php\necho 1;\n"}]}
    assert {
        "overlay": "1.0.0",
        "info": {"title": "Code samples", "version": "1.0.0"},
        "actions": [
            {"target": "$.paths['/pets'].get", "update": update},
            {"target": "$.paths['/it\\'s/{a\\\\b}'].post", "update": update},
        ],
    } == load_lenient(overlay.document(samples, "x-codeSamples"), "made")


@pytest.mark.parametrize("field", FIELDS)
def test_yaml_and_json_say_the_same(field):
    """An overlay is the same data in YAML and JSON, for every field."""
    samples = {("/pets", "GET"): [SAMPLE]}
    assert json.loads(overlay.document(samples, field, json=True)) == load_lenient(overlay.document(samples, field), "made")
