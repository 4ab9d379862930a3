"""A network for other programs: Mermaid, Graphviz dot, GEXF."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sil.render.inline import clean
from sil.views.drawing import Picture

_ENTITIES = str.maketrans({'"': "#quot;", "#": "#35;", "<": "#lt;", ">": "#gt;", "\n": " "})


def mermaid(picture: Picture) -> str:
    """Return a Mermaid flowchart; names stand in quotes, with what has a meaning there as entities."""
    place = {node.id: f"n{at}" for at, node in enumerate(picture.nodes)}
    lines = ["flowchart LR", f"  accTitle: {_line(picture.title)}", f"  accDescr: {_line(picture.description)}"]
    for at, (code, name) in enumerate(picture.countries.items()):
        lines.append(f'  subgraph c{at}["{_quoted(name)}"]')
        lines += [f'    {place[node.id]}["{_quoted(node.name)}"]' for node in picture.nodes if node.country == code]
        lines.append("  end")
    for tie in picture.ties:
        count = f"|{len(tie.behind)}|" if len(tie.behind) > 1 else ""
        lines.append(f"  {place[tie.start]} {'-->' if tie.kind == 'learned' else '-.-'}{count} {place[tie.end]}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return clean(text).translate(_ENTITIES)


def _line(text: str) -> str:
    return _quoted(text).replace(";", ",")


def dot(picture: Picture) -> str:
    """Return a Graphviz digraph; meetings are edges without a head."""
    lines = [
        "digraph sil {",
        f"  label={_string(picture.title)}; labelloc=t; rankdir=LR;",
        '  node [shape=box, style=rounded, fontname="Sarabun, Noto Sans Thai, Noto Sans JP, sans-serif"];',
    ]
    for at, (code, name) in enumerate(picture.countries.items()):
        lines.append(f"  subgraph cluster_{at} {{ label={_string(name)};")
        lines += [
            f"    {_string(node.id)} [label={_string(node.name)}];" for node in picture.nodes if node.country == code
        ]
        lines.append("  }")
    for tie in picture.ties:
        form = "style=solid" if tie.kind == "learned" else "style=dashed, dir=none, constraint=false"
        count = f", label={_string(str(len(tie.behind)))}" if len(tie.behind) > 1 else ""
        lines.append(f"  {_string(tie.start)} -> {_string(tie.end)} [{form}{count}];")
    return "\n".join([*lines, "}"]) + "\n"


def _string(text: str) -> str:
    escaped = clean(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def gexf(picture: Picture) -> str:
    """Return a GEXF 1.3 document, which Gephi and networkx read."""
    root = Element("gexf", {"xmlns": "http://gexf.net/1.3", "version": "1.3"})
    meta = SubElement(root, "meta")
    SubElement(meta, "description").text = clean(picture.title)
    graph = SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    for kind, titles in (("node", ("country",)), ("edge", ("kind", "behind"))):
        attributes = SubElement(graph, "attributes", {"class": kind})
        for title in titles:
            SubElement(attributes, "attribute", {"id": title, "title": title, "type": "string"})
    nodes = SubElement(graph, "nodes")
    for node in picture.nodes:
        element = SubElement(nodes, "node", {"id": node.id, "label": clean(node.name)})
        values = SubElement(element, "attvalues")
        SubElement(values, "attvalue", {"for": "country", "value": node.country})
    edges = SubElement(graph, "edges")
    for at, tie in enumerate(picture.ties):
        direction = "directed" if tie.kind == "learned" else "undirected"
        ends = {"source": tie.start, "target": tie.end, "type": direction, "weight": str(len(tie.behind))}
        element = SubElement(edges, "edge", {"id": str(at), **ends})
        values = SubElement(element, "attvalues")
        for name, value in (("kind", tie.kind), ("behind", " ".join(tie.behind))):
            SubElement(values, "attvalue", {"for": name, "value": value})
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'
