"""The papers: templates, charts and their ways out; computes no figure."""
