# The findings of `houvast check --format json` as Markdown: per file, what is wrong and the way out; empty if nothing.
# Whatever an author wrote stands in code: a fence of tildes, longer than any in the text, so that it is no markup and calls nobody.
def fence: [scan("~+") | length] | (max // 0) as $most | "~" * ([$most + 1, 4] | max);
def block: . as $text | ($text | fence) as $fence | "\($fence)text\n\($text)\n\($fence)\n";
def most: 60;
.findings as $all
| if $all == [] then empty else
    ($all | sort_by(.severity != "error", (.code | startswith("D") | not), .path, .line)) as $sorted
    | ($sorted[:most] | group_by(.path)[]
        | "### `\(.[0].path | gsub("[`\n]"; ""))`\n",
          (map("\(.path):\(.line): \(.severity) \(.code) \(.name): \(.message)\n    uitweg: \(.way_out)") | join("\n\n") | block)),
      (if ($sorted | length) > most then "En nog \(($sorted | length) - most) andere: zie `houvast check`.\n" else empty end)
  end
