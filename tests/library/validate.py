"""validate.py SCHEMAS FILE...: one line a file, `sound` or `refused: WHERE: WHY`, by an independent validator.

Which schema a file is held against follows from where it lies, as docs/case-format.md says. YAML is read by its
version 1.2, as editors do: `yes` is a word.
"""

import json
import pathlib
import re
import sys

import jsonschema
import yaml


class Yaml12(yaml.SafeLoader):
    yaml_implicit_resolvers = {}


for tag, form, first in [
    ("null", r"^(~|null|Null|NULL|)$", "~nN"),
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+.0123456789"),
]:
    Yaml12.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(form), list(first))


def schema_for(file):
    name, folder = file.name.split(".")[:-1], file.parent.name
    if name[0] == "phrasings":
        return "phrasings"
    if len(name) > 1:
        return "translation"
    if folder == "facts":
        return folder
    if folder == "conditions" and name[0] != "likelihoods":
        return "condition"
    if folder == "earlier" or folder == "guidelines" and name[0] not in ("claims", "blueprint"):
        return "guideline"
    return name[0]


def main(folder, files):
    schemas = {path.name: json.loads(path.read_text()) for path in pathlib.Path(folder).glob("*.schema.json")}
    store = {"file:///schema/" + name: schema for name, schema in schemas.items()}
    for schema in schemas.values():
        jsonschema.Draft7Validator.check_schema(schema)
    for file in map(pathlib.Path, files):
        name = schema_for(file) + ".schema.json"
        resolver = jsonschema.RefResolver("file:///schema/" + name, schemas[name], store=store)
        validator = jsonschema.Draft7Validator(schemas[name], resolver=resolver)
        value = yaml.load(file.read_text(encoding="utf-8"), Loader=Yaml12)
        error = jsonschema.exceptions.best_match(validator.iter_errors(value))
        where = "/".join(map(str, error.absolute_path)) if error else ""
        print(f"refused: {where}: {error.message}"[:300].replace("\n", " ") if error else "sound")


main(sys.argv[1], sys.argv[2:])
