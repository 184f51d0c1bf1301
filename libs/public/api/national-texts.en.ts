// The same as `national-texts.sv.ts`, in English.
import type { PublicPiece } from '@samverkan/public/contract';
import type { TextPlace } from './national-texts';

export const nationalEn: Record<PublicPiece, (place: TextPlace) => string> = {
  ingress: ({ board }) =>
    `${board} coordinates the county’s work together with municipalities, the region, other authorities and civil society. Here is what has been decided, published and planned, and whom to turn to.`,

  publications: () =>
    'Strategies, reports and guides from the county administrative board. The search reads the text of the files too.',

  calendar: () => 'Trainings that are open to everybody, and days on which strategies begin or end.',

  work: ({
    board,
  }) => `The assignment comes from the Government and covers the whole chain, from preventing violence to preventing that it happens again. ${board} does it together with municipalities, the region, other authorities and civil society.

# Supports those who meet violence in their work

We give advice and answer questions from those who work with people exposed to violence, with children and with people who use violence.

# Strengthens cooperation

We bring social services, health care, schools, the police and civil society together so that support is joined up.

# Spreads knowledge and methods

We arrange trainings and help services to take up methods that work.

# Takes questions further

What cannot be solved in the county we send on to the national level, and we follow it until there is an answer.

# Makes plans together

The county’s plan is written by those who are to carry it out, and it is replaced when it has done its work.

# Studies and follows up

Every year we describe the situation, the results and the needs in a report to the Government.`,

  audience: ({
    board,
  }) => `${board} is here for you who meet people exposed to violence, children who have experienced it, or people who use violence, in your work or as a volunteer: in a municipality, a region, a school, the police, another authority or an association.

We do not handle individual cases. If you need support yourself, see further down on this page where you can turn.`,

  support: ({ board }) => `# If you need advice in your work

Contact one of the functions on this page. Describe what you need, but never write anything that could point out a person. If your organisation has an account in Samverkan you can also sign in.

# If you are exposed yourself, or worry about somebody

The social services of your municipality must give support and help to anybody exposed to violence, and to children who experience it. You reach them through the municipality’s switchboard or website. If it is urgent, the numbers are at the top of the page. You need not say who you are to ask.

# If you use violence and want to stop

There is help. The social services of your municipality can tell you about it, and there is a helpline at the top of the page. ${board} does not take on individual cases.`,

  about: ({
    board,
    area,
  }) => `Samverkan is the shared workspace of the Swedish counties for the work against men’s violence against women, violence in close relationships and honour-related violence. The county administrative board coordinates; municipalities, the region, other authorities and associations do the work together.

These pages show what has been decided or published ${area}: strategies with their goals, publications, trainings and whom to turn to. Working material is not shown here.

# Who is responsible for the content

${board} is responsible for the texts on its pages. Strategies are given with their source. Where the wording is our own it says so. Where it says that something has not been checked against the source, it has not.

# Nothing about individuals

Samverkan is to hold nothing about people exposed to violence, people who use it, children or relatives, and no addresses of sheltered housing.

# Open data

Publications and strategies are also there as data that anybody may use.`,

  accessibility: ({
    board,
    contact,
  }) => `${board} is behind these pages, which are a part of the service Samverkan. We want as many as possible to be able to use them. This is how the pages meet the Swedish act on accessibility to digital public services, which shortcomings we know of and how you can report them.

# How accessible the pages are

The pages are partially compliant with the act, because of the shortcomings given here.

# Content that is not accessible

- Some publications are files that cannot be read with aids. Each file says whether it is accessible, not accessible or whether that is unknown (WCAG 1.1.1, 1.3.1 and 2.4.2). The files are made anew when they are published again, and you can have the content in another way if you ask.
- Some titles and summaries are in Swedish only, also on the pages in English. They are marked as Swedish.

No exemption for disproportionate burden is claimed.

# Tell us when something does not work

Have you found a shortcoming, or do you need the content in another way? Tell us in the form that this page leads to. ${contact}

# Supervision

The Agency for Digital Government (DIGG) supervises the act. If you are not content with how we deal with what you tell us, you can [report it to the agency](https://www.digg.se/tdosanmalan).

# How we have tested

Every page is tried automatically against rules for valid code and WCAG 2.1 level AA before a new version is taken into use, in Swedish and English, light and dark, on a wide and a narrow screen. Nobody from outside has reviewed them, and people used to assistive technology have not yet tried them.

The latest assessment was made on 28 November 2026. This statement was updated on 28 November 2026.`,

  privacy: ({ board, contact }) => `You can read these pages without anybody learning who you are.

# When you read

The pages set no cookies, count no visits and fetch nothing from others. They are not kept by the browser, but the address may stand in its history. The service does not note who reads. There is one exception: so that the pages cannot be overloaded, page views from the same network are counted for a short while, in a form that cannot be read back into its address.

# When you register for a training

Those who arrange the training get what you fill in and use it to receive you. It is removed 60 days after the training. Only counts remain. You can cancel by the link in your e-mail, and then it is removed at once.

# When you tell of a shortcoming

The county administrative board gets what you write, and the e-mail address you leave, if you leave one. The address goes when you have been answered, and what you wrote 60 days after that. What nobody has answered goes after a year.

# When you ask for support in your work

The county administrative board gets what you write, where you work and your e-mail address, only when you have confirmed the address. If you do not, all of it is deleted after seven days. If the board answers no instead of taking the need in, the address is deleted at once, and the rest 60 days later. If it takes the need in, it is kept as a request for support, which those in your municipality or region who have an account can read. Only the board sees who wrote. That, and the address, are deleted 60 days after the support has ended and the question of what it led to has been put. What nobody has answered is deleted after a year.

# When you write to a function

Your message is received by the authority that the function belongs to. It may become an official document.

# Who is responsible, and your rights

${board} is the controller of personal data for its pages. The legal ground is a task in the public interest. You can ask what is held about you, and have it corrected or removed. ${contact} If you are not content you can complain to the [Swedish Authority for Privacy Protection](https://www.imy.se/).`,
};
