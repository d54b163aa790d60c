"""What a program does with a client that was generated from the document: .ci/generated-client
calls it. It knows the names that the document gives, and no table of any life cycle.

  generated-client.py DOCUMENT URL TOKEN
"""

import importlib
import json
import pkgutil
import re
import sys

import client
from client import models
from client.api.action_items import (
    create_action_item,
    edit_action_item,
    move_action_item,
    show_action_item,
)
from client.api.bodies import list_bodies
from client.api.people import list_people
from client.models.list_people_fields_item import ListPeopleFieldsItem as Field
from client.types import UNSET

document_path, url, token = sys.argv[1:]
hub = client.AuthenticatedClient(base_url=url, token=token)


def holds(condition, what):
    if not condition:
        sys.exit(f"generated-client: {what}")


def everything_is_there():
    """Every module can be imported, and every operation that takes JSON has one."""
    modules = {m.name for m in pkgutil.walk_packages(client.__path__, "client.")}
    for name in sorted(modules):
        importlib.import_module(name)
    made = {name.rsplit(".", 1)[1] for name in modules if name.startswith("client.api.")}
    with open(document_path, encoding="utf-8") as file:
        document = json.load(file)
    for path, operations in document["paths"].items():
        for operation in operations.values():
            taken = operation.get("requestBody", {}).get("content", {"application/json": {}})
            if not any(kind.endswith("json") for kind in taken):
                continue
            name = re.sub(r"(?<!^)([A-Z])", r"_\1", operation["operationId"]).lower()
            holds(name in made, f"there is no {name} for {path}")
    for name, schema in document["components"]["schemas"].items():
        for shape in schema.get("oneOf", []):
            holds(hasattr(models, shape["title"]), f"there is no {shape['title']} for {name}")


def pages(**query):
    """The records of every page."""
    records, cursor = [], UNSET
    while True:
        page = list_people.sync(client=hub, cursor=cursor, **query)
        holds(isinstance(page, models.PersonPage), f"no page: {page}")
        records += page.items
        if page.next_ is None:
            return records
        cursor = page.next_


def lists():
    few, many = pages(limit=3), pages(limit=500)
    holds(len(many) > 6, "the sample has too few people to page through")
    holds([p.ref for p in few] == [p.ref for p in many], "pages repeat or leave out a record")
    holds(all(isinstance(p, models.Person) for p in few), "a whole record is none")
    parts = pages(limit=500, fields=[Field.REF, Field.HANDLE, Field.NAME])
    holds([(p.ref, p.handle, p.name) for p in parts] == [(p.ref, p.handle, p.name) for p in many],
          "the parts are not those of the records")
    holds(all(p.version is UNSET for p in parts), "more came than was asked for")


def creates():
    body = list_bodies.sync(client=hub, limit=1).items[0].ref
    title = models.LocalizedTextDraft(en="Call the growers", fr="Appeler les producteurs")
    refused = create_action_item.sync_detailed(
        client=hub, body=models.ActionItemDraft(body=body, title=models.LocalizedTextDraft()))
    holds(refused.status_code == 422, f"an empty title: {refused.status_code}")
    holds(isinstance(refused.parsed, models.Problem), "422 is no problem")
    holds([e.pointer for e in refused.parsed.errors] == ["/title"], f"{refused.parsed.errors}")
    made = create_action_item.sync_detailed(
        client=hub, body=models.ActionItemDraft(body=body, title=title))
    holds(made.status_code == 201, f"create: {made.status_code} {made.content}")
    return made.parsed.ref, made.headers["ETag"]


def patches(ref, tag):
    def patch(version):
        details = models.LocalizedTextDraft(en="Both regions.", fr="Les deux régions.")
        return edit_action_item.sync_detailed(
            ref, client=hub, if_match=version, body=models.ActionItemPatch(details=details))

    edited = patch(tag)
    holds(edited.status_code == 200, f"edit: {edited.status_code} {edited.content}")
    holds(edited.parsed.details.en == "Both regions.", "the edit is not to be seen")
    # As nginx hands it on where it compresses: the tag is weak, and the version the same.
    holds(patch("W/" + edited.headers["ETag"]).status_code == 200, "a weakened tag is refused")
    stale = patch(tag)
    holds(stale.status_code == 412, f"a stale version: {stale.status_code}")
    holds(isinstance(stale.parsed, models.Problem), "412 is no problem")
    holds(stale.parsed.code == "staleVersion", f"{stale.parsed}")
    holds(stale.parsed.current_version == edited.parsed.version, f"{stale.parsed}")


def moves(ref):
    """Takes steps that have not been taken before, by what the record says of them alone."""
    taken = []
    while True:
        shown = show_action_item.sync_detailed(ref, client=hub)
        record = shown.parsed
        verbs = [verb for verb in map(str, record.can) if verb != "edit"]
        holds(verbs == [move.verb for move in record.moves], "can and moves do not agree")
        open_moves = [move for move in record.moves if move.verb not in taken]
        if not open_moves:
            break
        move = open_moves[0]
        step = {"verb": move.verb}
        if "reason" in move.needs:
            step["reason"] = "It is so."
        shape = getattr(models, "ActionItemBy" + move.verb[0].upper() + move.verb[1:])
        moved = move_action_item.sync_detailed(
            ref, client=hub, if_match=shown.headers["ETag"], body=shape.from_dict(step))
        holds(moved.status_code == 200, f"{move.verb}: {moved.status_code} {moved.content}")
        holds(str(moved.parsed.state) == move.to, f"{move.verb} leads to {moved.parsed.state}")
        taken.append(move.verb)
    holds(len(taken) > 2, f"only {taken}")
    return taken


everything_is_there()
lists()
ref, tag = creates()
patches(ref, tag)
print(f"generated-client: {ref} was created, edited, and moved: {', '.join(moves(ref))}")
