"""The desk: the Textual app in which articles are read side by side and claims are tagged.

`actions` and `keys` say what can be done and which keys do it, `handlers` do it, on the state kept in
`reading`; `draw` turns that state into lines of text, and `canvas` puts them on the screen.
"""
